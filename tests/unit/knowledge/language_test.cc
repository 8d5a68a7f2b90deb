#include "knowledge/language.h"

#include "catch.h"

using quizlint::language_of;

TEST_CASE("a sentence tells its language by its frequent words") {
  CHECK(language_of("What is the difference between a process and a thread?") == "en");
  CHECK(language_of("Was ist der Unterschied zwischen einem Prozess und einem Thread?") == "de");
  CHECK(language_of("Quelle est la différence entre un processus et un fil ?") == "fr");
  CHECK(language_of("¿Cuál es la diferencia entre un proceso y un hilo?") == "es");
  CHECK(language_of("Qual é a diferença entre um processo e uma thread?") == "pt");
  CHECK(language_of("Qual è la differenza tra un processo e un thread?") == "it");
  CHECK(language_of("Wat is het verschil tussen een proces en een thread?") == "nl");
  CHECK(language_of("Czym się różni proces od wątku i kiedy jest to ważne?") == "pl");
  CHECK(language_of("Bir süreç ile iş parçacığı arasındaki fark nedir?") == "tr");
  CHECK(language_of("Jaký je rozdíl mezi procesem a vláknem?") == "cs");
  CHECK(language_of("Vad är skillnaden mellan en process och en tråd?") == "sv");
  CHECK(language_of("Sự khác nhau giữa tiến trình và luồng là gì?") == "vi");
  CHECK(language_of("Apa perbedaan antara proses dan thread yang ada di sistem ini?") == "id");
}

TEST_CASE("a script tells its language") {
  CHECK(language_of("В чём разница между процессом и потоком?") == "ru");
  CHECK(language_of("У чому різниця між процесом і потоком?") == "uk");
  CHECK(language_of("进程和线程有什么区别？") == "zh");
  CHECK(language_of("プロセスとスレッドの違いは何ですか？") == "ja");
  CHECK(language_of("프로세스와 스레드의 차이는 무엇입니까?") == "ko");
  CHECK(language_of("ما الفرق بين العملية والخيط؟") == "ar");
  CHECK(language_of("Ποια είναι η διαφορά;") == "el");
}

TEST_CASE("foreign terms in a sentence leave its language") {
  CHECK(language_of("Python 中的 list 和 tuple 有什么区别？") == "zh");
  CHECK(language_of("What does the word π mean in the formula of the circle?") == "en");
  CHECK(language_of("Was macht der Befehl git rebase und wann ist er gefährlich?") == "de");
}

TEST_CASE("what tells no language has none") {
  CHECK(language_of("").empty());
  CHECK(language_of("HTTP, TCP, UDP").empty());
  CHECK(language_of("42").empty());
  CHECK(language_of("Kubernetes Docker Terraform").empty());
}

TEST_CASE("a frequent word is known in any case and counts as a whole") {
  CHECK(language_of("WAS IST DER UNTERSCHIED UND WARUM") == "de");
  CHECK(language_of("don't where\xE2\x80\x99s the of") == "en");
  CHECK(language_of("AŞAĞIDAKİLERDEN HANGİSİ DEĞİL, nasıl?") == "tr");
  CHECK(language_of("theofandtoisthatforwason theofandtoisthatforwasonit").empty());
}
