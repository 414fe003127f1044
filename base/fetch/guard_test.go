package fetch

import (
	"net/netip"
	"testing"

	"pgregory.net/rapid"

	"tilltal/base/fault"
)

func TestReachable(t *testing.T) {
	for _, s := range []string{
		"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.8.8.8",
		"169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1",
		"198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "168.63.129.16",
		"::", "::1", "::ffff:8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::8.8.8.8", "64:ff9b::808:808", "64:ff9b::7f00:1", "64:ff9b:1::1",
		"100::1", "2001::1", "2001:0:4136:e378::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::1", "2002:808:808::1", "3fff::1", "5f00::1",
		"fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "2606:4700::1111%eth0", "2620:4f:8000::1",
	} {
		if Reachable(netip.MustParseAddr(s)) {
			t.Errorf("%s may be dialled", s)
		}
	}
	for _, s := range []string{"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
		"130.235.52.5", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
		"2001:6b0:1::1", "2001:200::1", "2606:4700::1111", "2a00:1450::1", "2400::1", "3ffe::1"} {
		if !Reachable(netip.MustParseAddr(s)) {
			t.Errorf("%s may not be dialled", s)
		}
	}
	if Reachable(netip.Addr{}) {
		t.Error("no address may be dialled")
	}
}

// No IPv4 address becomes reachable by being written inside an IPv6 one.
func TestNoDisguise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v4 := [4]byte(rapid.SliceOfN(rapid.Byte(), 4, 4).Draw(t, "v4"))
		mapped := netip.AddrFrom16(netip.AddrFrom4(v4).As16())
		nat64, sixToFour, compatible := netip.MustParseAddr("64:ff9b::").As16(), netip.MustParseAddr("2002::").As16(), [16]byte{}
		copy(nat64[12:], v4[:])
		copy(sixToFour[2:], v4[:])
		copy(compatible[12:], v4[:])
		for _, addr := range []netip.Addr{mapped, netip.AddrFrom16(nat64), netip.AddrFrom16(sixToFour), netip.AddrFrom16(compatible)} {
			if Reachable(addr) {
				t.Fatalf("%v may be dialled", addr)
			}
		}
	})
}

func TestGuard(t *testing.T) {
	strict, loose := guard(Options{}), guard(Options{AllowLoopback: true})
	for _, c := range []struct {
		network, address string
		strict, loose    bool
	}{
		{"tcp4", "8.8.8.8:443", true, true},
		{"tcp6", "[2606:4700::1111]:443", true, true},
		{"tcp4", "127.0.0.1:80", false, true},
		{"tcp6", "[::1]:80", false, true},
		{"tcp4", "10.0.0.1:443", false, false},
		{"tcp6", "[fe80::1%eth0]:443", false, false},
		{"udp4", "8.8.8.8:443", false, false},
		{"unix", "/run/x.sock", false, false},
		{"tcp4", "nonsense", false, false},
	} {
		if err := strict(c.network, c.address, nil); (err == nil) != c.strict || err != nil && !fault.Is(err, fault.Invalid) {
			t.Errorf("%s %s: %v", c.network, c.address, err)
		}
		if err := loose(c.network, c.address, nil); (err == nil) != c.loose {
			t.Errorf("with loopback, %s %s: %v", c.network, c.address, err)
		}
	}
}
