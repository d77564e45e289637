// Go's channels as a contender: the commands and answers of ChannelContender.java. It has one kind
// of thread, which stands beside both of ours.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	first = 2000
	step  = 400
	mask  = 0x3FF
)

func flow(senders, receivers, capacity, count int) (time.Duration, int) {
	channel := make(chan int, capacity)
	begin := make(chan struct{})
	sums := make(chan int, receivers)
	for i := 0; i < senders; i++ {
		go func() {
			<-begin
			for n := 0; n < count/senders; n++ {
				channel <- n & mask
			}
		}()
	}
	for i := 0; i < receivers; i++ {
		go func() {
			<-begin
			sum := 0
			for n := 0; n < count/receivers; n++ {
				sum += <-channel
			}
			sums <- sum
		}()
	}
	began := time.Now()
	close(begin)
	sum := 0
	for i := 0; i < receivers; i++ {
		sum += <-sums
	}
	return time.Since(began), sum
}

func echo(capacity, count int) (time.Duration, int) {
	there := make(chan int, capacity)
	back := make(chan int, capacity)
	go func() {
		for n := 0; n < count; n++ {
			back <- <-there
		}
	}()
	began := time.Now()
	sum := 0
	for n := 0; n < count; n++ {
		there <- n & mask
		sum += <-back
	}
	return time.Since(began), sum
}

func numbers(words []string) ([]int, error) {
	values := []int{}
	for _, word := range words {
		value, err := strconv.Atoi(word)
		if err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, nil
}

func run(words []string, count int) (time.Duration, error) {
	if len(words) < 3 {
		return 0, errors.New("does not do " + strings.Join(words, " "))
	}
	values, err := numbers(words[2:])
	if err != nil {
		return 0, err
	}
	senders := 1
	var taken time.Duration
	var sum int
	switch {
	case words[0] == "flow" && len(values) == 3 && values[2] >= 0:
		senders = values[0]
		taken, sum = flow(senders, values[1], values[2], count)
	case words[0] == "echo" && len(values) == 1:
		taken, sum = echo(values[0], count)
	default:
		return 0, errors.New("does not do " + strings.Join(words, " "))
	}
	expected := 0
	for n := 0; n < count/senders; n++ {
		expected += n & mask
	}
	if sum != expected*senders {
		return 0, fmt.Errorf("what was received is %d in sum, not %d", sum, expected*senders)
	}
	return taken, nil
}

func scaled(count int, nanos float64, taken time.Duration) int {
	factor := math.Min(16, nanos/math.Max(1, float64(taken)))
	return int(math.Max(1, math.Round(float64(count)*factor/step))) * step
}

func answer(line string, counts map[string]int) (float64, error) {
	words := strings.Split(line, " ")
	question := words[:len(words)-1]
	seconds, err := strconv.ParseFloat(words[len(words)-1], 64)
	if err != nil {
		return 0, err
	}
	key := strings.Join(question, " ")
	count, known := counts[key]
	if !known {
		count = first
	}
	taken, err := run(question, count)
	for err == nil && float64(taken) < seconds*1e9/2 {
		count = scaled(count, seconds*1e9, taken)
		taken, err = run(question, count)
	}
	if err != nil {
		return 0, err
	}
	counts[key] = scaled(count, seconds*1e9, taken)
	return float64(taken) / float64(count), nil
}

func main() {
	counts := map[string]int{}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		nanos, err := answer(strings.TrimSpace(lines.Text()), counts)
		if err != nil {
			fmt.Println("! " + err.Error())
		} else {
			fmt.Println(nanos)
		}
	}
}
