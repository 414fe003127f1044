package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"tilltal/base/fault"
	"tilltal/base/fetch"
	"tilltal/base/lingo"
	"tilltal/base/oidc"
	"tilltal/desk/people"
	"tilltal/desk/signin"
	front "tilltal/web/staff/signin"
)

// signInFlags are what an administrator writes about the authority's identity provider and its register of staff.
type signInFlags struct {
	Issuer      string `name:"oidc-issuer" env:"TILLTAL_OIDC_ISSUER" placeholder:"URL" help:"The identity provider's address, exactly as it calls itself; without it there is none."`
	ClientID    string `name:"oidc-client-id" env:"TILLTAL_OIDC_CLIENT_ID" placeholder:"ID" help:"The desk's name at the provider."`
	SecretFile  string `name:"oidc-client-secret-file" env:"TILLTAL_OIDC_CLIENT_SECRET_FILE" placeholder:"FILE" help:"A file with the desk's secret at the provider."`
	Provider    string `name:"oidc-name" env:"TILLTAL_OIDC_NAME" default:"myndighetens konto" placeholder:"TEXT" help:"What the sign-in page calls the provider."`
	Scopes      string `name:"oidc-scopes" env:"TILLTAL_OIDC_SCOPES" default:"openid profile email" placeholder:"WORDS" help:"What is asked for at the provider."`
	EmailClaim  string `name:"oidc-email-claim" env:"TILLTAL_OIDC_EMAIL_CLAIM" default:"email" placeholder:"CLAIM" help:"The claim with the e-mail address."`
	GroupsClaim string `name:"oidc-groups-claim" env:"TILLTAL_OIDC_GROUPS_CLAIM" default:"groups" placeholder:"CLAIM" help:"The claim with the groups; dots lead inwards: realm_access.roles."`
	Groups      string `name:"oidc-groups" env:"TILLTAL_OIDC_GROUPS" placeholder:"GROUP=ROLE,…" help:"Which role a group leads to, for the whole authority."`
	Mandates    string `name:"oidc-mandates" env:"TILLTAL_OIDC_MANDATES" placeholder:"GROUP=ACCOUNT:ROLE,…" help:"Which role a group leads to at one account, by its handle: voice or communicator."`
	Hire        bool   `name:"oidc-hire" env:"TILLTAL_OIDC_HIRE" help:"Put somebody unknown with such a group in the register."`
	TrustEmail  bool   `name:"oidc-trust-email" env:"TILLTAL_OIDC_TRUST_EMAIL" help:"Believe an address that the provider does not vouch for (Entra ID with one tenant)."`
	Internal    bool   `name:"oidc-internal" env:"TILLTAL_OIDC_INTERNAL" help:"The provider stands in the authority's own network."`
	SCIMToken   string `name:"scim-token-file" env:"TILLTAL_SCIM_TOKEN_FILE" placeholder:"FILE" help:"A file with the token by which the register of staff tells who has left (SCIM); without it nobody may."`
}

// providerPatience is how long somebody waits at the sign-in page for a provider that does not answer.
const providerPatience = 8 * time.Second

// secretIn reads a secret from the first line of a file.
func secretIn(name string, least int) (string, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return "", badSetting.Because(err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	if first = strings.TrimSpace(first); len(first) < least {
		return "", badSetting.Because(fmt.Errorf("%s: the secret is shorter than %d letters", name, least))
	}
	return first, nil
}

var badSetting = fault.New(fault.Invalid, lingo.T("Inställningarna för inloggningen går inte att använda.", "The settings for signing in cannot be used.")).
	Try(lingo.T("Se vad som gäller: tilltal config explain. Driftguiden har exempel.", "See what is in force: tilltal config explain. The guide to running Tilltal has examples."))

// connect reads what the settings say of the identity provider and of the register of staff.
func (h *house) connect(f signInFlags) (err error) {
	if f.SCIMToken != "" {
		if h.staffToken, err = secretIn(f.SCIMToken, 32); err != nil {
			return err
		}
	}
	h.idp, h.rules, err = h.provider(f)
	return err
}

// provider is the identity provider that the settings name; nil when they name none.
func (h *house) provider(f signInFlags) (signin.Provider, signin.Rules, error) {
	if f.Issuer == "" {
		return nil, signin.Rules{}, nil
	}
	rules := signin.Rules{Name: f.Provider, Hire: f.Hire, Trust: f.TrustEmail}
	var err error
	if rules.Groups, err = groupRoles(f.Groups); err != nil {
		return nil, rules, err
	}
	if rules.Seats, err = groupSeats(f.Mandates); err != nil {
		return nil, rules, err
	}
	s := oidc.Settings{Issuer: f.Issuer, ClientID: f.ClientID, Scopes: strings.Fields(f.Scopes), GroupsClaim: f.GroupsClaim, EmailClaim: f.EmailClaim,
		Redirect: h.base.String() + front.AnswerPath}
	if s.ClientID == "" {
		return nil, rules, badSetting.Because(fmt.Errorf("oidc-client-id is missing"))
	}
	if f.SecretFile != "" {
		if s.Secret, err = secretIn(f.SecretFile, 8); err != nil {
			return nil, rules, err
		}
	}
	c := fetch.New(fetch.Options{UserAgent: "Tilltal/" + version, Timeout: providerPatience, MaxBytes: 1 << 20, AllowLoopback: h.AllowLoopback, AllowPrivate: f.Internal})
	return oidc.New(s, c.Plain(), h.clock), rules, nil
}

// groupRoles reads "desk-admins=administrator, desk-writers=communicator".
func groupRoles(text string) (map[string]people.Role, error) {
	out := map[string]people.Role{}
	return out, eachGroup("oidc-groups", text, func(group, leads string) error {
		role := people.Role(leads)
		if !role.ByGrant() {
			return fmt.Errorf("%q is not a role for the whole authority", leads)
		}
		out[group] = role
		return nil
	})
}

// groupSeats reads "park-writers=parken:voice, web-editors=parken:communicator". One group may stand there more than once.
func groupSeats(text string) (map[string][]people.Seat, error) {
	out := map[string][]people.Seat{}
	return out, eachGroup("oidc-mandates", text, func(group, leads string) error {
		account, role, ok := strings.Cut(leads, ":")
		seat := people.Seat{Account: strings.TrimPrefix(strings.TrimSpace(account), "@"), Role: people.Role(strings.TrimSpace(role))}
		if !ok || seat.Account == "" || !seat.Role.BySeat() {
			return fmt.Errorf("%q is not ACCOUNT:voice or ACCOUNT:communicator", leads)
		}
		out[group] = append(out[group], seat)
		return nil
	})
}

// eachGroup reads "GROUP=WHAT, …": a group's name may have an equals sign in it, what it leads to has none.
func eachGroup(setting, text string, take func(group, leads string) error) error {
	for pair := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		at := strings.LastIndexByte(pair, '=')
		if at < 0 {
			return badSetting.Because(fmt.Errorf("%s: %q is not GROUP=…", setting, pair))
		}
		group := strings.TrimSpace(pair[:at])
		if group == "" {
			return badSetting.Because(fmt.Errorf("%s: %q names no group", setting, pair))
		}
		if err := take(group, strings.TrimSpace(pair[at+1:])); err != nil {
			return badSetting.Because(fmt.Errorf("%s: %w", setting, err))
		}
	}
	return nil
}
