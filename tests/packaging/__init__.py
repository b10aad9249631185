"""What somebody gets who installs eventdb without the checkout."""
