"""What is rounding and no difference."""

# sums and remainders of decimal amounts are off by the last bits; this part of a value is far more
ROUNDING = 1e-9
