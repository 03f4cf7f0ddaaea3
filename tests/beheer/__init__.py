"""The beheer at /beheer/: what redacteuren and beheerders see there, change there, and are refused."""
