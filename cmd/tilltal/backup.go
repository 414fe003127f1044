package main

import (
	"context"
	"strings"

	"tilltal/base/fault"
	"tilltal/base/lingo"
	"tilltal/store"
)

type backupCmd struct {
	where
	File string `arg:"" help:"The file to make. It must not exist."`
}

// Run copies the desk to a file while it runs.
func (c *backupCmd) Run(ctx context.Context, t terminal) error {
	h, err := c.enter(ctx, t.err)
	if err != nil {
		return err
	}
	defer h.Close()
	bar := newBar(t, lingo.T("Kopierar", "Copying"))
	err = h.store.Backup(ctx, c.File, bar.at)
	bar.end()
	if err != nil {
		return err
	}
	t.say(lingo.T("Säkerhetskopian ligger i %s.", "The backup is in %s."), c.File)
	t.say(lingo.T("Nycklarna i %s är inte med. Kopiera dem för sig, till ett annat ställe.", "The keys in %s are not in it. Copy them apart, to another place."), c.Data+"/keys")
	return nil
}

type restoreCmd struct {
	where
	File string `arg:"" type:"existingfile" help:"A backup made with tilltal backup."`
}

// Run makes a desk from a backup, and verifies its record.
func (c *restoreCmd) Run(ctx context.Context, t terminal) error {
	base, err := c.parseBase()
	if err != nil {
		return err
	}
	bar := newBar(t, lingo.T("Läser in", "Restoring"))
	err = store.Restore(ctx, store.Options{URL: c.address(), Origin: base.Host + "/insyn/protokoll"}, c.File, bar.at)
	bar.end()
	if err != nil {
		return err
	}
	t.say(lingo.T("Skrivbordet är återställt. Lägg tillbaka nyckelfilen i %s innan du startar.", "The desk is restored. Put the key file back in %s before you start."), c.Data+"/keys")
	t.say(lingo.T("Det skickar ingenting förrän du har kört: tilltal instance claim", "It sends nothing until you have run: tilltal instance claim"))
	return nil
}

// instanceCmd says which installation is the real one.
type instanceCmd struct {
	Claim instanceClaimCmd `cmd:"" help:"This installation is the real one. Others that share the database, or a copy of it, fall silent."`
	Join  instanceJoinCmd  `cmd:"" help:"This installation is one of several nodes that share the database."`
}

type instanceClaimCmd struct {
	where
	By string `name:"by" required:"" help:"Your name, for the record."`
}

// Run claims the desk for this installation alone.
func (c *instanceClaimCmd) Run(ctx context.Context, t terminal) error {
	return claim(ctx, t, c.where, c.By, true)
}

type instanceJoinCmd struct {
	where
	By string `name:"by" required:"" help:"Your name, for the record."`
}

// Run lets this installation work beside the others.
func (c *instanceJoinCmd) Run(ctx context.Context, t terminal) error {
	return claim(ctx, t, c.where, c.By, false)
}

func claim(ctx context.Context, t terminal, w where, by string, alone bool) error {
	if by = strings.TrimSpace(by); by == "" {
		return fault.New(fault.Invalid, lingo.T("Skriv ditt namn efter --by. Det skrivs i protokollet.", "Write your name after --by. It is put on the record."))
	}
	h, err := w.enter(ctx, t.err)
	if err != nil {
		return err
	}
	defer h.Close()
	if err := h.store.ClaimInstance(ctx, h.instance, by, alone); err != nil {
		return err
	}
	t.say(lingo.T("Den här installationen är den riktiga. Starta om den om den är igång.", "This installation is the real one. Restart it if it is running."))
	return nil
}
