package shift_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"tilltal/web/staff/stafftest"
)

// A guest week from the invitation to the talk afterwards, for somebody who has no other way in.
func TestAGuestWeek(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		karin, path := h.as("Karin"), "/konton/"+h.at+"/pass/nytt"
		if a := karin.Get(path + "?slag=guest"); !a.Has("Bjud in till en gästvecka", `value="2026-11-30"`, `value="2026-12-06"`, "är gäst hos Parken") {
			t.Fatal(a.Body)
		}
		h.plan("Amina", "from", "2026-11-23", "fromtime", "12:30", "until", "2026-11-23", "untiltime", "13:00")
		h.travel("2026-11-23 13:05")
		at := h.plan("Gun", "kind", "guest", "from", "2026-11-30", "until", "2026-12-06", "purpose", "Gun visar växthuset.")
		h.plan("Bengt", "from", "2026-12-07", "fromtime", "08:00", "until", "2026-12-07", "untiltime", "16:00")
		if a := h.as("Gun").Get("/idag"); !a.Has("Karin bjuder in dig till en gästvecka på Parken", `href="`+at+`"`, "Måndag 30 november – söndag 6 december") {
			t.Error(a.Body)
		}
		if a := h.as("Gun").Get(at); !a.Has("Karin bjuder in dig", "Gun visar växthuset.", "Presentera dig", "Tacka nej") || a.Has(at+"/andra") {
			t.Error(a.Body)
		}
		h.travel("2026-12-02 10:00")
		gun := h.as("Gun")
		if a := gun.Get("/idag"); !a.Has("Du är på pass för Parken till och med söndag 6 december", `På pass: <strong><bdi>Gun till och med`) {
			t.Error(a.Body)
		}
		if a := gun.Get(at + "/overlamning"); !a.Has("Passet pågår", "Näst på tur: Bengt", "Inget är öppet") {
			t.Error(a.Body)
		}
		h.travel("2026-12-07 00:01")
		gun = h.as("Gun")
		if a := gun.Get("/idag"); !a.Has("Hur var din gästvecka på Parken?") {
			t.Error(a.Body)
		}
		if a := gun.Follow(at+"/overlamning", form("words", "Tomaterna är många.")); !a.Has("Sparat. Nästa ser dina rader.", "Tomaterna är många.", "Väntar på att Bengt tar över") {
			t.Error(a.Body)
		}
		if a := gun.Post(at+"/kvittera", nil); a.Status != http.StatusForbidden {
			t.Errorf("she confirmed her own handover: %d", a.Status)
		}
		bengt := h.as("Bengt")
		if a := bengt.Get("/idag"); !a.Has("Ta över efter Gun") {
			t.Error(a.Body)
		}
		if a := bengt.Get(at + "/overlamning?lang=en"); !a.Has(`lang="sv">Tomaterna är många.`) {
			t.Errorf("Swedish words on an English page: %s", a.Body)
		}
		if a := bengt.Get(at + "/overlamning?lang=sv"); !a.Has("Tomaterna är många.", "Jag tar över") || a.Has("Spara dina rader") {
			t.Error(a.Body)
		}
		if a := bengt.Follow(at+"/kvittera", nil); !a.Has("Du har tagit över.", "Bengt tog över") {
			t.Error(a.Body)
		}
		if a := bengt.Follow(at+"/kvittera", nil); !a.Has("redan kvitterad") {
			t.Error(a.Body)
		}
		afterwards(t, h, at)
	})
}

func afterwards(t *testing.T, h *house, at string) {
	gun := h.as("Gun")
	if a := gun.Get(at + "/efterprat"); !a.Has("Det var lugnt.", "Vad gick bra?", "Vad var svårt?", "Ingen jämförs") {
		t.Error(a.Body)
	}
	if a := gun.Post(at+"/efterprat", form("best", "")); a.Status != http.StatusUnprocessableEntity || !a.Has("Svara på minst en") {
		t.Errorf("%d %s", a.Status, a.Body)
	}
	if a := h.as("Karin").Get(at + "/efterprat"); !a.Has("Gun har inte svarat") || a.Has(`name="best"`) {
		t.Error(a.Body)
	}
	if a := gun.Follow(at+"/efterprat", form("best", "Alla frågor om tomater.", "next", "Ta med stövlar.")); !a.Has("Tack. Det hjälper nästa.", "Ta med stövlar.") {
		t.Error(a.Body)
	}
	if a := h.as("Karin").Get(at + "/efterprat?lang=en"); !a.Has(`lang="sv">Alla frågor om tomater.`) {
		t.Errorf("Swedish words on an English page: %s", a.Body)
	}
	if a := h.as("Karin").Get(at + "/efterprat"); !a.Has("Alla frågor om tomater.", "Med egna ord") {
		t.Error(a.Body)
	}
	if a := h.as("Bengt").Get(at + "/efterprat"); a.Status != http.StatusForbidden {
		t.Errorf("a colleague read it: %d", a.Status)
	}
	if a := gun.Get("/idag"); a.Has("Hur var din gästvecka") {
		t.Error("she is asked again")
	}
}

func TestNobodyTakesOver(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		at := h.plan("Amina", "from", "2026-11-24", "fromtime", "08:00", "until", "2026-11-24", "untiltime", "16:00")
		h.plan("Bengt", "from", "2026-11-24", "fromtime", "16:00", "until", "2026-11-24", "untiltime", "18:00")
		h.travel("2026-11-24 16:01")
		h.travel("2026-11-24 16:20")
		if a := h.as("Karin").Get("/idag"); !a.Has("Ingen har tagit över Parken", at+"/overlamning") {
			t.Error(a.Body)
		}
		if a := h.as("Karin").Get(at + "/overlamning"); !a.Has("Ingen har tagit över", "Jag tar över") {
			t.Error(a.Body)
		}
		if a := h.as("Karin").Follow(at+"/kvittera", nil); !a.Has("Karin tog över") {
			t.Error(a.Body)
		}
		if a := h.as("Karin").Get("/idag"); a.Has("Ingen har tagit över") {
			t.Error("the alarm stands")
		}
	})
}

func TestAPresentationIsShownOnlyWithConsent(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		gun := h.as("Gun")
		if a := gun.Get("/pass/presentation"); !a.Has("Din presentation", "Resten syns inte.", "Gun") {
			t.Fatal(a.Body)
		}
		if a := upload(gun, picture(t), "words", "Jag odlar tomater.", "consent", "1"); a.Status != http.StatusUnprocessableEntity || !a.Has("Beskriv bilden", "Jag odlar tomater.") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if a := upload(gun, []byte("inte en bild"), "words", "x"); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("%d", a.Status)
		}
		if a := upload(gun, picture(t), "words", "Jag odlar tomater.", "alt", "Gun i växthuset", "consent", "1"); a.Status != http.StatusSeeOther {
			t.Fatalf("%d %s", a.Status, a.Body)
		}
		if a := gun.Get("/pass/presentation"); !a.Has("Det syns på torget när du har pass.", "/portratt/", `alt="Gun i växthuset"`, "Ta bort bilden") {
			t.Error(a.Body)
		}
		if a := gun.Follow("/pass/presentation", form("words", "Jag odlar tomater.", "alt", "Gun i växthuset")); !a.Has("Det syns inte på torget.", "Din bild är sparad, men visas inte.") || a.Has("/portratt/") {
			t.Error(a.Body)
		}
		if a := gun.Follow("/pass/presentation", form("words", "", "drop", "1")); a.Has("Din bild är sparad") {
			t.Error(a.Body)
		}
	})
}

func upload(b *stafftest.Browser, file []byte, pairs ...string) stafftest.Answer {
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for k, v := range form(pairs...) {
		_ = w.WriteField(k, v[0])
	}
	part, _ := w.CreateFormFile("picture", "jag.png")
	_, _ = part.Write(file)
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, stafftest.Base+"/pass/presentation", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.Do(r)
}

func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 40, 40))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestARotationIsLookedAtBeforeItIsSaved(t *testing.T) {
	each(t, func(t *testing.T, h *house) {
		karin, path := h.as("Karin"), "/konton/"+h.at+"/scheman/nytt"
		if a := karin.Get(path); !a.Has("Nytt schema", "Visa de kommande veckorna", `value="08:00"`, "Måndag") || a.Has("Spara schemat") {
			t.Fatal(a.Body)
		}
		f := form("title", "", "starts", "2026-11-30", "every", "1", "ahead", "6", "turns", "week", "shape", "hours", "people", h.ids["Amina"], "people", "", "people", h.ids["Bengt"],
			"from-1", "08:00", "until-1", "16:00", "from-2", "", "until-2", "", "from-5", "22:00", "until-5", "06:00")
		if a := karin.Post(path, f); a.Status != http.StatusUnprocessableEntity || !a.Has("Ge schemat ett namn", `value="22:00"`) {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		f.Set("title", "Vardagar")
		f.Set("gor", "rad")
		if a := karin.Post(path, f); a.Status != http.StatusOK || !a.Has("Nummer 5") {
			t.Errorf("%d", a.Status)
		}
		f.Set("gor", "visa")
		a := karin.Post(path, f)
		if a.Status != http.StatusOK || !a.Has("De första fyra veckorna", "Måndag 30 november kl. 08:00–16:00", "Fredag 4 december kl. 22:00 – lördag 5 december kl. 06:00", "Bengt Larsson", "Spara schemat", "Julafton") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
		if all, err := h.relay.Rotations(context.Background(), actor(h, "Karin"), h.at); err != nil || len(all) != 0 {
			t.Fatal("it was saved when it was looked at", err)
		}
		f.Set("gor", "spara")
		if a := karin.Follow(path, f); !a.Has("Schemat Vardagar är sparat", "Amina och Bengt. En vecka var.") {
			t.Error(a.Body)
		}
		changeRotation(t, h, f)
	})
}

func changeRotation(t *testing.T, h *house, f map[string][]string) {
	karin := h.as("Karin")
	all, err := h.relay.Rotations(context.Background(), actor(h, "Karin"), h.at)
	if err != nil || len(all) != 1 || len(all[0].Week) != 2 {
		t.Fatal(all, err)
	}
	at := "/konton/" + h.at + "/scheman/" + all[0].ID
	if a := karin.Get(at); !a.Has("Ändra schemat", `value="Vardagar"`, `name="number" value="1"`, `value="22:00"`, "Avsluta schemat") {
		t.Error(a.Body)
	}
	f["number"], f["turns"] = []string{"1"}, []string{"day"}
	if a := karin.Follow(at, f); !a.Has("En dag var.") {
		t.Error(a.Body)
	}
	if a := karin.Post(at, f); a.Status != http.StatusConflict || !a.Has("En kollega har ändrat schemat") {
		t.Errorf("%d", a.Status)
	}
	if a := karin.Follow(at+"/avsluta", form("number", "2", "last", "skräp")); !a.Has("Ändra schemat") {
		t.Error(a.Body)
	}
	if a := karin.Follow(at+"/avsluta", form("number", "2", "last", "2026-12-11")); !a.Has("har fått en sista dag") {
		t.Error(a.Body)
	}
	if a := karin.Get("/konton/" + strings.Repeat("x", 4) + "/scheman/" + all[0].ID); a.Status != http.StatusNotFound {
		t.Errorf("%d", a.Status)
	}
}
