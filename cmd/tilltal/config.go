package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/pelletier/go-toml/v2"

	"tilltal/base/fault"
	"tilltal/base/lingo"
)

// configFlag names a TOML file whose keys are the names of the flags: listen = "127.0.0.1:8080". A key that no command has
// is refused, so that a misspelt setting is never silently without effect.
type configFlag string

// BeforeResolve reads the file before flags get their values. Flags and the environment count before it.
func (f configFlag) BeforeResolve(app *kong.Kong, ctx *kong.Context, trace *kong.Path) error {
	name := string(ctx.FlagValue(trace.Flag).(configFlag))
	if name == "" {
		return nil
	}
	settings, err := readSettings(name, app.Model)
	if err != nil {
		return err
	}
	ctx.AddResolver(kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		for _, env := range flag.Envs {
			if os.Getenv(env) != "" {
				return nil, nil
			}
		}
		if v, ok := settings[flag.Name]; ok {
			return v, nil
		}
		return nil, nil
	}))
	return nil
}

func readSettings(name string, app *kong.Application) (map[string]any, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("the file of settings: %w", err)
	}
	settings := map[string]any{}
	if err := toml.Unmarshal(text, &settings); err != nil {
		var where *toml.DecodeError
		if errors.As(err, &where) {
			line, _ := where.Position()
			return nil, fmt.Errorf("%s, line %d: %w", name, line, err)
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	known := flagNames(app.Node)
	for key, v := range settings {
		if !slices.Contains(known, key) {
			return nil, fmt.Errorf("%s: there is no setting %q", name, key)
		}
		settings[key] = fmt.Sprint(v)
	}
	return settings, nil
}

func flagNames(n *kong.Node) []string {
	var out []string
	for _, f := range n.Flags {
		out = append(out, f.Name)
	}
	for _, c := range n.Children {
		out = append(out, flagNames(c)...)
	}
	return out
}

// where says which desk a command works with. All commands that open the database have these flags.
type where struct {
	Data          string `name:"data" env:"TILLTAL_DATA" default:"./data" placeholder:"DIR" help:"Folder for the database (SQLite), the keys and the instance's name."`
	Database      string `name:"database" env:"TILLTAL_DATABASE" placeholder:"URL" help:"postgres://… for PostgreSQL; without it SQLite in the data folder."`
	BaseURL       string `name:"base-url" env:"TILLTAL_BASE_URL" placeholder:"URL" help:"The square's own address, as citizens write it: https://torget.example.se."`
	LogLevel      string `name:"log-level" env:"TILLTAL_LOG_LEVEL" default:"info" enum:"debug,info,warn,error" help:"How much is logged: debug, info, warn, error."`
	AllowLoopback bool   `name:"allow-loopback" env:"TILLTAL_ALLOW_LOOPBACK" help:"For tests: let the desk call servers on this machine."`
}

// configCmd explains the settings.
type configCmd struct {
	Explain explainCmd `cmd:"" help:"Print every setting, what it is, and where it came from."`
}

type explainCmd struct {
	serveFlags
}

// Run prints the settings of serve as they would be with the same flags, environment and file.
func (c *explainCmd) Run(t terminal, ctx *kong.Context) error {
	fmt.Fprintf(t.out, "%-16s %-34s %-26s %s\n", "setting", "value", "from", "also as")
	for _, f := range ctx.Selected().Flags {
		explain(t.out, ctx, f)
	}
	return nil
}

func explain(out io.Writer, ctx *kong.Context, f *kong.Flag) {
	value := fmt.Sprint(reflect.Indirect(f.Target).Interface())
	from := "default"
	switch {
	case givenAsFlag(ctx, f):
		from = "the command line"
	case len(f.Envs) > 0 && os.Getenv(f.Envs[0]) != "":
		from = "the environment"
	case value != f.Default && value != "" && value != "false":
		from = "the file of settings"
	}
	fmt.Fprintf(out, "%-16s %-34s %-26s --%s, %s\n", f.Name, withoutPassword(value), from, f.Name, strings.Join(f.Envs, ", "))
}

func givenAsFlag(ctx *kong.Context, f *kong.Flag) bool {
	return slices.ContainsFunc(ctx.Path, func(p *kong.Path) bool { return p.Flag == f && !p.Resolved })
}

// withoutPassword hides what stands between the user's name and the host of an address.
func withoutPassword(s string) string {
	scheme, rest, ok := strings.Cut(s, "://")
	at := strings.LastIndex(rest, "@")
	if !ok || at < 0 {
		return s
	}
	user, _, _ := strings.Cut(rest[:at], ":")
	return scheme + "://" + user + ":…@" + rest[at+1:]
}

var badBaseURL = fault.New(fault.Invalid, lingo.T("Adressen --base-url ska vara en hel adress utan sökväg.", "--base-url must be a whole address without a path.")).
	Try(lingo.T("Skriv till exempel https://torget.example.se.", "Write for example https://torget.example.se."))
