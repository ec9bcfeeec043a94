"""What is told of directions elsewhere than in their list, of all of them, or in a layout nobody knows."""
