"""The widgets: panes that are drawn line by line, and the two bars."""
