"""What readers may ask: rows are drawn as tables, a view is asked, and its answer is drawn as a table too."""
