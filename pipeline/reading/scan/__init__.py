"""Pages that are pictures: straightened, recognised, and looked at for tables, ticks, seals and signatures."""
