"""What looks like the name of somebody, and stays: places, programmes, holders of offices."""
