"""Charts and maps as SVG: plain functions from data to text.

They have no style and no script in them: colours come from the style sheet by class.
"""
