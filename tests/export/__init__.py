"""What readers may ask, as files."""
