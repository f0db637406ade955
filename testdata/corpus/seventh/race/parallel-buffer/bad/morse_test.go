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
	var sb strings.Builder // BUG: test-parallel-shared
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			sb.Reset()               // BUG: test-parallel-shared, data-race
			err := Write(&sb, tc.in) // BUG: test-parallel-shared, data-race
			if (err != nil) != tc.wantErr {
				t.Fatalf("error %v", err)
			}
			if err == nil && sb.String() != tc.want { // BUG: test-parallel-shared, data-race
				t.Errorf("got %q, want %q", sb.String(), tc.want) // BUG: test-parallel-shared, data-race
			}
		})
	}
}
