"""An assessment made readable: views of cells, one place for numbers, one file per format."""
