// Rust's std channels as a contender: the commands and answers of ChannelContender.java. Its
// channels have one receiver; its threads are the system's.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};
use std::sync::mpsc::{channel, sync_channel, Receiver, Sender, SyncSender};
use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Instant;

const FIRST: u64 = 2_000;
const STEP: u64 = 400;
const MASK: u64 = 0x3FF;

enum Sending {
    Bounded(SyncSender<u64>),
    Unbounded(Sender<u64>),
}

impl Sending {
    fn send(&self, message: u64) {
        match self {
            Sending::Bounded(sender) => sender.send(message).unwrap(),
            Sending::Unbounded(sender) => sender.send(message).unwrap(),
        }
    }
}

fn open(capacity: i64) -> (Sending, Receiver<u64>) {
    if capacity < 0 {
        let (sender, receiver) = channel();
        (Sending::Unbounded(sender), receiver)
    } else {
        let (sender, receiver) = sync_channel(capacity as usize);
        (Sending::Bounded(sender), receiver)
    }
}

fn timed<A, B>(one: A, other: B) -> (u64, u64)
where
    A: FnOnce() -> u64 + Send + 'static,
    B: FnOnce() -> u64 + Send + 'static,
{
    let barrier = Arc::new(Barrier::new(3));
    let (first, second) = (barrier.clone(), barrier.clone());
    let one = thread::spawn(move || {
        first.wait();
        one()
    });
    let other = thread::spawn(move || {
        second.wait();
        other()
    });
    barrier.wait();
    let began = Instant::now();
    let sum = one.join().unwrap() + other.join().unwrap();
    (began.elapsed().as_nanos() as u64, sum)
}

fn flow(capacity: i64, count: u64) -> (u64, u64) {
    let (sender, receiver) = open(capacity);
    timed(
        move || {
            (0..count).for_each(|i| sender.send(i & MASK));
            0
        },
        move || (0..count).map(|_| receiver.recv().unwrap()).sum(),
    )
}

fn echo(capacity: i64, count: u64) -> (u64, u64) {
    let (there, called) = open(capacity);
    let (back, answers) = open(capacity);
    timed(
        move || {
            (0..count)
                .map(|i| {
                    there.send(i & MASK);
                    answers.recv().unwrap()
                })
                .sum()
        },
        move || {
            (0..count).for_each(|_| back.send(called.recv().unwrap()));
            0
        },
    )
}

fn run(words: &[&str], count: u64) -> Result<u64, String> {
    let capacity = |word: &str| word.parse::<i64>().map_err(|e| e.to_string());
    let (nanos, sum) = match words {
        ["flow", _, "1", "1", bound] => flow(capacity(bound)?, count),
        ["echo", _, bound] => echo(capacity(bound)?, count),
        _ => return Err(format!("does not do {}", words.join(" "))),
    };
    let expected: u64 = (0..count).map(|i| i & MASK).sum();
    if sum == expected {
        Ok(nanos)
    } else {
        Err(format!("what was received is {} in sum, not {}", sum, expected))
    }
}

fn scaled(count: u64, nanos: f64, taken: u64) -> u64 {
    let factor = (nanos / taken.max(1) as f64).min(16.0);
    ((count as f64 * factor / STEP as f64).round() as u64).max(1) * STEP
}

fn answer(line: &str, counts: &mut HashMap<String, u64>) -> Result<f64, String> {
    let words: Vec<&str> = line.split(' ').collect();
    let (seconds, question) = words.split_last().ok_or("no command")?;
    let nanos = seconds.parse::<f64>().map_err(|e| e.to_string())? * 1e9;
    let key = question.join(" ");
    let mut count = *counts.get(&key).unwrap_or(&FIRST);
    let mut taken = run(question, count)?;
    while (taken as f64) < nanos / 2.0 {
        count = scaled(count, nanos, taken);
        taken = run(question, count)?;
    }
    counts.insert(key, scaled(count, nanos, taken));
    Ok(taken as f64 / count as f64)
}

fn main() {
    let mut counts = HashMap::new();
    for line in io::stdin().lock().lines() {
        match answer(line.unwrap().trim(), &mut counts) {
            Ok(nanos) => println!("{}", nanos),
            Err(reason) => println!("! {}", reason),
        }
        io::stdout().flush().unwrap();
    }
}
