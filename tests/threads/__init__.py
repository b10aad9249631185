"""Small articles with the events that they tell drawn below them."""
