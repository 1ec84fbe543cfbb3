"""Floor 4: views and the theme become one HTML page with its stylesheets and resources."""
