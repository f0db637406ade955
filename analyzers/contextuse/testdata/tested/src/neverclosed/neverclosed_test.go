package neverclosed

import "testing"

func TestJobsAreTaken(t *testing.T) {
	s := open()
	s.jobs <- 1
}
