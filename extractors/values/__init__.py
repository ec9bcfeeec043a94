"""Values (数值与名称): numbers, quantities, money, dates, telephones, codes, names of persons and organisations."""
