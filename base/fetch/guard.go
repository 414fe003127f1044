package fetch

import (
	"net/netip"
	"syscall"
)

// guard makes the check of the address that is about to be dialled. It runs after the name has been looked up, on the very
// address the socket gets, so a name that answers differently the next time gains nothing.
func guard(o Options) func(network, address string, _ syscall.RawConn) error {
	return func(network, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil || network != "tcp4" && network != "tcp6" {
			return errRefused.Because(err)
		}
		if o.AllowLoopback && at.Addr().IsLoopback() || o.AllowPrivate && at.Addr().IsPrivate() && at.Addr().Zone() == "" {
			return nil
		}
		if !Reachable(at.Addr()) {
			return errRefused
		}
		return nil
	}
}

// Reachable reports whether an address is one of the public internet. Everything of the special-purpose registries is not
// (RFC 6890, IANA IPv4 and IPv6 Special-Purpose Address Registries): private networks, this machine, the link, carriers'
// networks, documentation, multicast, and the prefixes that carry an IPv4 address inside an IPv6 one. Nor is an address where
// a cloud serves its machines their secrets, though it looks public.
func Reachable(addr netip.Addr) bool {
	if !addr.IsValid() || addr.Zone() != "" || addr.Is4In6() {
		return false
	}
	if addr.Is6() && !unicast6.Contains(addr) {
		return false
	}
	for _, p := range refused {
		if p.Contains(addr) {
			return false
		}
	}
	return true
}

// unicast6 is all of IPv6 that has been given out (RFC 4291 section 2.5.4). Outside it lie loopback, unspecified, link-local,
// site-local, unique local fc00::/7, multicast, v4-mapped and NAT64 64:ff9b::/96.
var unicast6 = netip.MustParsePrefix("2000::/3")

var refused = prefixes(
	"0.0.0.0/8",         // "this network" (RFC 791)
	"10.0.0.0/8",        // private (RFC 1918)
	"100.64.0.0/10",     // carrier-grade NAT (RFC 6598); also 100.100.100.200, a cloud's metadata
	"127.0.0.0/8",       // this machine
	"169.254.0.0/16",    // link-local; 169.254.169.254 is most clouds' metadata
	"172.16.0.0/12",     // private
	"192.0.0.0/24",      // protocol assignments (RFC 6890); 192.0.0.192 is a cloud's metadata
	"192.0.2.0/24",      // documentation (RFC 5737)
	"192.88.99.0/24",    // 6to4 relays (RFC 7526)
	"192.168.0.0/16",    // private
	"198.18.0.0/15",     // benchmarks (RFC 2544)
	"198.51.100.0/24",   // documentation
	"203.0.113.0/24",    // documentation
	"224.0.0.0/4",       // multicast
	"240.0.0.0/4",       // reserved, and broadcast
	"168.63.129.16/32",  // a cloud's own service, on an address that looks public
	"2001::/23",         // protocol assignments (RFC 2928), Teredo and ORCHID among them
	"2001:db8::/32",     // documentation (RFC 3849)
	"2002::/16",         // 6to4: carries an IPv4 address
	"3fff::/20",         // documentation (RFC 9637)
	"2620:4f:8000::/48", // AS112: black hole for private reverse lookups (RFC 7534)
	"192.31.196.0/24",   // AS112 (RFC 7535)
	"192.52.193.0/24",   // AMT (RFC 7450)
	"192.175.48.0/24",   // AS112 (RFC 7534)
)

func prefixes(list ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(list))
	for i, p := range list {
		out[i] = netip.MustParsePrefix(p)
	}
	return out
}
