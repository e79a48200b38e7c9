"""What may stand in the column `value`: numbers, times, choices and statuses, and what to say of anything else."""
