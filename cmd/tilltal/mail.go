package main

import (
	"os"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/base/mail"
	"tilltal/desk/notice"
)

// mailFlags say which server takes the desk's letters to its own people.
type mailFlags struct {
	SMTP         string `name:"smtp" env:"TILLTAL_SMTP" placeholder:"URL" help:"Mail server for notices to staff: smtps://user@host:465, or smtp://user@host:587 with STARTTLS. Without it no e-mail is sent."`
	SMTPFrom     string `name:"smtp-from" env:"TILLTAL_SMTP_FROM" placeholder:"ADDRESS" help:"Who the letters are from: Tilltal <tilltal@example.se>."`
	SMTPPassword string `name:"smtp-password-file" env:"TILLTAL_SMTP_PASSWORD_FILE" placeholder:"FILE" help:"File with the mail server's password, when it does not stand in the URL."`
}

// post makes what sends letters; nil when no server is set.
func (f mailFlags) post(loopback bool) (notice.Poster, error) {
	if f.SMTP == "" {
		return nil, nil
	}
	password := ""
	if f.SMTPPassword != "" {
		text, err := os.ReadFile(f.SMTPPassword)
		if err != nil {
			return nil, fault.New(fault.Invalid, lingo.T("Filen %s går inte att läsa.", "The file %s cannot be read.").Put(f.SMTPPassword)).
				Try(lingo.T("Kontrollera inställningen smtp-password-file.", "Check the setting smtp-password-file.")).Because(err)
		}
		password = strings.TrimSpace(string(text))
	}
	p, err := mail.New(mail.Options{Server: f.SMTP, From: f.SMTPFrom, Password: password, AllowLoopback: loopback})
	if err != nil {
		return nil, err // not p: a nil pointer in an interface is not nil
	}
	return p, nil
}
