// Every byte of a small vault altered, one at a time: at most the event that holds it is lost.
// The normal run takes one byte in 32, by a seed that is printed; MALLOC_VR_ALL=1 takes each, and
// MALLOC_VR_FLIP_EVERY=500 one in 500, where opening a file is slow.

#include "vault_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

using namespace mvr;
using namespace mvr::store;

namespace {

const std::vector<std::string> learners{"ada@example.org", "ben@example.org", "", "cleo"};
constexpr std::int64_t events = 30;

/// A small vault, as it lies on the disk.
class SmallVault {
  public:
    /// `open`: copied while it is in use, most of it in the write-ahead file; else closed.
    explicit SmallVault(bool open)
    {
        const RecordFolder folder;
        {
            Recording recording(folder.path());
            REQUIRE(recording.write(learners, 6));
            REQUIRE(recording.write(learners, 1));
            REQUIRE(recording.vault->store().checkpoint());
            REQUIRE(recording.write(learners, 1));
            REQUIRE(recording.write(learners, 12));
            REQUIRE(recording.write(learners, 1));
            REQUIRE(recording.write(learners, 9));
            if (open) copy_folder(folder.path(), folder_.path());
        }
        if (!open) copy_folder(folder.path(), folder_.path());
    }
    const std::string &path() const { return folder_.path(); }

  private:
    RecordFolder folder_;
};

/// What is wrong with the vault after the byte `at` of `name` was altered; empty when all is well.
std::string complaint(const SmallVault &vault, const std::string &name, std::size_t at,
                      unsigned char flip)
{
    const RecordFolder folder;
    copy_folder(vault.path(), folder.path(), "reserve");
    std::filesystem::create_hard_link(vault.path() + "/reserve", folder.file("reserve"));
    std::string content = content_of(folder.file(name));
    content[at] = static_cast<char>(static_cast<unsigned char>(content[at]) ^ flip);
    write_content(folder.file(name), content);
    auto opened = open_vault(folder.path(), options());
    if (!opened) return "it does not open: " + opened.error().message;
    const auto expected = expected_texts(learners, events);
    for (const char *when : {"at once", "after a verification", "after a restart"}) {
        if (std::string(when) == "after a verification") {
            const auto step = (*opened)->verify_step(1'000);
            if (!step || !step->done) return "it cannot be verified";
        }
        if (std::string(when) == "after a restart") {
            opened->reset();
            opened = open_vault(folder.path(), options());
            if (!opened) return "it does not open again: " + opened.error().message;
        }
        const auto found = read_back(**opened);
        for (const auto &[sequence, text] : found.texts) {
            if (!expected.contains(sequence) || expected.at(sequence) != text) {
                return "event " + std::to_string(sequence) + " was invented, " + when;
            }
        }
        if (found.texts.size() + 1 < expected.size()) {
            return std::to_string(expected.size() - found.texts.size()) + " events are lost, " +
                   when;
        }
        if ((*opened)->store().head().sequence < events - 1) return "it ends too early";
        const bool said = !(*opened)->report().findings.empty();
        if (found.texts.size() < expected.size() && std::string(when) == "at once" && !said) {
            return "an event is lost and nothing is said";
        }
    }
    opened->reset();
    Recording recording(folder.path());
    const auto before = read_back(*recording.vault).texts;
    if (!recording.write(learners, 3)) return "it cannot be written any more";
    const auto after = read_back(*recording.vault).texts;
    if (after.size() != before.size() + 3) return "what was written then is not there";
    return "";
}

} // namespace

TEST_CASE("one altered byte costs at most the event that holds it", "[store][flip]")
{
    const bool all = std::getenv("MALLOC_VR_ALL") != nullptr;
    const char *asked = std::getenv("MALLOC_VR_FLIP_EVERY");
    const std::size_t every = asked != nullptr ? std::stoul(asked) : 32;
    const bool open = GENERATE(true, false);
    const auto seed = Catch::rngSeed();
    std::mt19937_64 random(seed);
    const SmallVault vault(open);
    std::size_t tried = 0, total = 0;
    for (const auto &entry : std::filesystem::directory_iterator(vault.path())) {
        const std::string name = entry.path().filename().string();
        if (name == "vault.lock" || name == "reserve") continue; // they hold nothing
        const auto size = std::filesystem::file_size(entry.path());
        total += size;
        for (std::size_t at = all ? 0 : random() % every; at < size;
             at += all ? 1 : 1 + random() % (2 * every - 1)) {
            const auto flip = static_cast<unsigned char>(1U << random() % 8);
            INFO(name << " byte " << at << " flip " << int{flip} << " open " << open << " seed "
                      << seed);
            const std::string wrong = complaint(vault, name, at, flip);
            ++tried;
            if (!wrong.empty()) FAIL_CHECK(wrong);
        }
    }
    WARN("seed " << seed << ": " << tried << " of " << total << " bytes altered, "
                 << (open ? "in use" : "closed"));
}

TEST_CASE("a row whose number was altered to a vast one costs itself and no time", "[store][flip]")
{
    // Before a record's header stand its size and its number, each as a varint: bytes with the high
    // bit set in front of the number are read as part of it.
    constexpr std::string_view header("\x0a\0\x2c\x2c", 4);
    constexpr std::size_t altered_bytes = 7;
    const bool erased = GENERATE(false, true);
    CAPTURE(erased);
    const SmallVault vault(false);
    const RecordFolder folder;
    copy_folder(vault.path(), folder.path());
    if (erased) {
        const auto opened = open_in(folder.path());
        const auto keys = opened->vault_keys();
        for (const std::string &learner : learners)
            if (!learner.empty()) REQUIRE(opened->erase(keys.pseudonym(learner), "asked for"));
    }
    std::string content = content_of(folder.file("record-v2.sqlite"));
    std::size_t altered = 0;
    for (auto at = content.find(header); at != content.npos && altered == 0;
         at = content.find(header, at + 1)) {
        if (at < 100 || content[at - 1] != 20) continue; // event 20
        std::fill_n(content.begin() + static_cast<std::ptrdiff_t>(at - 1 - altered_bytes),
                    altered_bytes, '\xff');
        altered = at;
    }
    REQUIRE(altered > 0);
    write_content(folder.file("record-v2.sqlite"), content);

    const auto opened = open_in(folder.path());
    const auto step = opened->verify_step(1'000);
    REQUIRE(step);
    CHECK(opened->store().head().sequence == events);
    const auto found = read_back(*opened);
    CHECK(found.conditions.size() == static_cast<std::size_t>(events));
    const auto lost = std::ranges::count_if(
        found.conditions, [](const auto &row) { return row.second == RowCondition::damaged; });
    CHECK(lost <= 2); // and the one whose last bytes stood before it
}
