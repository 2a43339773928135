"""What is drawn, without a terminal: cells, colours, wording; the lines of pages, timelines and sections."""
