package main

import (
	"context"
)

type demoCmd struct{ serveFlags }

// Run starts the desk with an example authority.
func (c *demoCmd) Run(ctx context.Context, t terminal) error {
	return c.serve(ctx, t, nil)
}
