"""What is told of directions elsewhere than in their list, or of all of them."""
