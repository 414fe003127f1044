package main

import (
	"reflect"
	"testing"

	"tilltal/desk/people"
)

func TestWhatGroupsLeadTo(t *testing.T) {
	roles, err := groupRoles(" admins = administrator , , cn=writers=communicator")
	if err != nil || !reflect.DeepEqual(roles, map[string]people.Role{"admins": people.Administrator, "cn=writers": people.Communicator}) {
		t.Errorf("%v, %v", roles, err)
	}
	seats, err := groupSeats("park=parken:voice, web=@parken:communicator,web = bibblan : voice")
	want := map[string][]people.Seat{"park": {{Account: "parken", Role: people.Voice}},
		"web": {{Account: "parken", Role: people.Communicator}, {Account: "bibblan", Role: people.Voice}}}
	if err != nil || !reflect.DeepEqual(seats, want) {
		t.Errorf("%v, %v", seats, err)
	}
	for _, wrong := range []string{"park", "=parken:voice", "park=voice", "park=:voice", "park=parken:owner", "park=parken:deputy", "park=parken:administrator", "park=parken:"} {
		if _, err := groupSeats(wrong); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
	for _, wrong := range []string{"admins", "=administrator", "admins=voice", "admins=owner"} {
		if _, err := groupRoles(wrong); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
}
