"""Materials (申报材料): what has to be handed in, in how many copies, and how it is made up."""
