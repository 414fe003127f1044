package store

import (
	"database/sql/driver"
	"errors"
	"io"
	"net"
)

// isNetwork reports whether the connection to the database broke.
func isNetwork(err error) bool {
	var n net.Error
	return errors.As(err, &n) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, net.ErrClosed)
}
