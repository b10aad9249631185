"""What runs eventdb on a server of its own: the compose file, the image, the password in a file."""
