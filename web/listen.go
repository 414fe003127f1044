package web

import (
	"context"
	"errors"
	"net"
	"strings"
	"syscall"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

func listen(ctx context.Context, address string) (net.Listener, error) {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fault.New(fault.Unreachable, lingo.T("Adressen %s är upptagen.", "The address %s is in use.").Put(address)).
			Try(lingo.T("Stäng det andra programmet, eller välj en annan adress med --listen.", "Stop the other program, or choose another address with --listen.")).Because(err)
	}
	var wrong *net.AddrError
	var name *net.DNSError
	if errors.As(err, &wrong) || errors.As(err, &name) {
		return nil, fault.New(fault.Invalid, lingo.T("Det går inte att lyssna på adressen %s.", "Tilltal cannot listen on the address %s.").Put(address)).
			Try(lingo.T("Skriv värd och port, till exempel 127.0.0.1:8080.", "Write host and port, for example 127.0.0.1:8080.")).Because(err)
	}
	return l, err
}

// forServers reports whether a path is one where other servers and programs call.
func forServers(path string) bool {
	return strings.HasPrefix(path, "/api/") || strings.HasSuffix(path, "/inbox")
}
