package morse

import (
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	tests := []struct {
		name, in, want string
		wantErr        bool
	}{
		{"short", "e", ". ", false},
		{"distress", strings.Repeat("sos", 5000), strings.Repeat("... --- ... ", 5000), false},
		{"mixed", strings.Repeat("at", 5000), strings.Repeat(".- - ", 5000), false},
		{"unknown", "se7", "", true},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var sb strings.Builder
			err := Write(&sb, tc.in)
			if (err != nil) != tc.wantErr {
				t.Fatalf("error %v", err)
			}
			if err == nil && sb.String() != tc.want {
				t.Errorf("got %q, want %q", sb.String(), tc.want)
			}
		})
	}
}
