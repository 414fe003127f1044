// Package mail sends letters by SMTP through the authority's own mail server: encrypted from the first byte (smtps://) or
// after STARTTLS (smtp://), which is then demanded and not hoped for. A letter has a plain text and the same in simple HTML,
// and a name of its own (Message-ID) that the sender chooses, so that the same letter sent twice is known to be one.
//
// What it never does: guess a server, send in clear over a network, or put more in a letter than it was given.
package mail

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	netmail "net/mail"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// Options say which server takes our letters and who they are from.
type Options struct {
	// Server is smtps://user@host:465 or smtp://user@host:587. A password may stand after the user's name.
	Server   string
	Password string // of the user, when it does not stand in Server
	From     string // "Tilltal <tilltal@umea.se>"

	// AllowLoopback lets a server on this machine take letters without encryption. Only for tests.
	AllowLoopback bool
	// RootCAs replaces the machine's certificates. Only for tests; nil is the machine's.
	RootCAs *x509.CertPool
	// Timeout is for the whole exchange; zero is 20 s.
	Timeout time.Duration
}

// Letter is one letter to one person.
type Letter struct {
	ID      string // the Message-ID, without angle brackets: "…@torget.example.se"
	To      string // an address
	Subject string
	Text    string
	HTML    string
	TurnOff string // the address of a page where the reader stops such letters; "" where she cannot
	Date    time.Time
}

// Post sends letters. It is safe to use from many goroutines.
type Post struct {
	host string
	from *netmail.Address
	opts []gomail.Option
}

// New makes a Post. The fault is Invalid and says which setting is wrong: its Field is "smtp" or "smtp-from".
func New(o Options) (*Post, error) {
	u, err := url.Parse(o.Server)
	if err != nil || u.Hostname() == "" || (u.Scheme != "smtp" && u.Scheme != "smtps") || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" {
		return nil, badServer // err may tell the password
	}
	from, err := netmail.ParseAddress(o.From)
	if err != nil {
		return nil, badFrom.Because(err)
	}
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	p := &Post{host: u.Hostname(), from: from}
	p.opts = append(p.opts, gomail.WithTimeout(o.Timeout), gomail.WithTLSConfig(&tls.Config{ServerName: u.Hostname(), MinVersion: tls.VersionTLS12, RootCAs: o.RootCAs}))
	port, err := portOf(u)
	if err != nil {
		return nil, badServer.Because(err)
	}
	p.opts = append(p.opts, gomail.WithPort(port))
	switch {
	case u.Scheme == "smtps":
		p.opts = append(p.opts, gomail.WithSSL())
	case o.AllowLoopback && loopback(u.Hostname()):
		p.opts = append(p.opts, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
	default:
		p.opts = append(p.opts, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if u.User != nil {
		password, ok := u.User.Password()
		if !ok {
			password = strings.TrimSpace(o.Password)
		}
		p.opts = append(p.opts, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	return p, nil
}

func portOf(u *url.URL) (int, error) {
	if u.Port() != "" {
		return strconv.Atoi(u.Port())
	}
	if u.Scheme == "smtps" {
		return 465, nil
	}
	return 587, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Send hands a letter to the server. A fault of kind Invalid will be the same next time (the address is not taken); one of
// kind Unreachable may not (the server is away, or says come back).
func (p *Post) Send(ctx context.Context, l Letter) error {
	m := gomail.NewMsg()
	m.FromMailAddress(p.from)
	if err := m.To(l.To); err != nil {
		return badAddress.Because(err)
	}
	m.Subject(oneLine(l.Subject))
	m.SetMessageIDWithValue(l.ID)
	m.SetDateWithValue(l.Date)
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: nobody's answering machine is to write back
	m.SetGenHeader("X-Auto-Response-Suppress", "All")  // the same, to Exchange
	if l.TurnOff != "" {
		m.SetGenHeader("List-Unsubscribe", "<"+oneLine(l.TurnOff)+">") // RFC 2369: mail programs show a button
	}
	m.SetBodyString(gomail.TypeTextPlain, l.Text)
	if l.HTML != "" {
		m.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
	}
	client, err := gomail.NewClient(p.host, p.opts...)
	if err != nil {
		return badServer.Because(err)
	}
	return sorted(client.DialAndSendWithContext(ctx, m))
}

// oneLine keeps a subject from becoming more headers than one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sorted says whether it helps to try again.
func sorted(err error) error {
	if err == nil {
		return nil
	}
	var told *textproto.Error
	if errors.As(err, &told) && (told.Code == 534 || told.Code == 535 || told.Code == 538) {
		return notLetIn.Because(err)
	}
	var refused *gomail.SendError
	if errors.As(err, &refused) && !refused.IsTemp() && refused.ErrorCode() >= 500 {
		return notTaken.Because(err)
	}
	return away.Because(err)
}

var (
	badServer = fault.New(fault.Invalid, lingo.T("Adressen till e-postservern går inte att använda.", "The address of the mail server cannot be used.")).
			Try(lingo.T("Skriv smtps://användare@server:465 eller smtp://användare@server:587.", "Write smtps://user@server:465 or smtp://user@server:587.")).At("smtp")
	badFrom = fault.New(fault.Invalid, lingo.T("Avsändaren för e-post går inte att använda.", "The sender of e-mail cannot be used.")).
		Try(lingo.T("Skriv till exempel Tilltal <tilltal@exempel.se>.", "Write for example Tilltal <tilltal@example.se>.")).At("smtp-from")
	badAddress = fault.New(fault.Invalid, lingo.T("E-postadressen går inte att skicka till.", "The e-mail address cannot be sent to."))
	notTaken   = fault.New(fault.Invalid, lingo.T("E-postservern tar inte emot brevet.", "The mail server does not take the letter."))
	notLetIn   = fault.New(fault.Unreachable, lingo.T("E-postservern släpper inte in oss: användaren eller lösenordet stämmer inte.", "The mail server does not let us in: the user or the password is wrong.")).
			Try(lingo.T("Kontrollera inställningarna smtp och smtp-password-file.", "Check the settings smtp and smtp-password-file."))
	away = fault.New(fault.Unreachable, lingo.T("E-postservern svarar inte som den ska just nu.", "The mail server does not answer as it should right now."))
)
