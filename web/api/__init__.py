"""What programs may read over HTTP: the same as the public pages show, as JSON; docs/api.md."""
