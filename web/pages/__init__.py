"""Pages people read: the public's here, the organiser's and the appeals room's in folders of their own."""
