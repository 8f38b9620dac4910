#include "motion/trace.hpp"

#include "support/error.hpp"

#include <bit>
#include <limits>
#include <type_traits>
#include <utility>

namespace mvr::motion {
namespace {

constexpr std::uint8_t version_of_traces = 2;
/// The first one with ids of parts, and with samples in which there was no view.
constexpr std::uint8_t version_with_gaps = 2;

// How the structs are laid out, for writing and for reading: `Coder` does either.

template <class Coder, class Pose>
    requires std::is_same_v<std::remove_const_t<Pose>, TracedPose>
void each_member(Coder &coder, Pose &pose)
{
    for (auto &number : pose.place_m)
        coder.number(number);
    for (auto &number : pose.rotation)
        coder.number(number);
}

template <class Coder, class View>
    requires std::is_same_v<std::remove_const_t<View>, TracedView>
void each_member(Coder &coder, View &view)
{
    each_member(coder, view.camera);
    coder.number(view.vertical_fov_rad);
    coder.number(view.parallel_height_m);
}

template <class Coder, class Part>
    requires std::is_same_v<std::remove_const_t<Part>, TracedPart>
void each_member(Coder &coder, Part &part)
{
    coder.number(part.part);
    coder.flag(part.is_there);
    if (part.is_there) each_member(coder, part.pose);
}

template <class Coder, class Sample>
    requires std::is_same_v<std::remove_const_t<Sample>, TraceSample>
void each_member(Coder &coder, Sample &sample)
{
    coder.number(sample.milliseconds);
    coder.sight(sample.sight);
    if (sample.sight == Sight::view) each_member(coder, sample.view);
    coder.list(sample.moved);
}

template <class Coder, class Name>
    requires std::is_same_v<std::remove_const_t<Name>, TracedName>
void each_member(Coder &coder, Name &part)
{
    coder.text(part.name);
    if (coder.version >= version_with_gaps) coder.text(part.uuid);
}

template <class Coder, class Chunk>
    requires std::is_same_v<std::remove_const_t<Chunk>, TraceChunk>
void each_member(Coder &coder, Chunk &chunk)
{
    coder.text(chunk.session_id);
    coder.list(chunk.parts);
    coder.list(chunk.samples);
}

/// The unsigned number of the same bits.
template <class Number>
using Bits =
    std::conditional_t<sizeof(Number) == 1, std::uint8_t,
                       std::conditional_t<sizeof(Number) == 2, std::uint16_t, std::uint32_t>>;

class Writer {
  public:
    template <class Number> void number(Number value)
    {
        static_assert(sizeof(Number) <= 4);
        const auto bits = std::bit_cast<Bits<Number>>(value);
        for (std::size_t i = 0; i < sizeof(Number); ++i)
            bytes.push_back(static_cast<std::byte>(bits >> (8 * i)));
    }
    void flag(bool value) { number(static_cast<std::uint8_t>(value)); }
    void length(std::size_t size)
    {
        if (size > std::numeric_limits<std::uint16_t>::max())
            throw Failure({Errc::internal, "a chunk of a trace is too long", "", ""});
        number(static_cast<std::uint16_t>(size));
    }
    void text(const std::string &value)
    {
        length(value.size());
        for (const char c : value)
            bytes.push_back(static_cast<std::byte>(c));
    }
    void sight(Sight value) { number(static_cast<std::uint8_t>(value)); }
    template <class T> void list(const std::vector<T> &items)
    {
        length(items.size());
        for (const T &item : items)
            each_member(*this, item);
    }

    std::vector<std::byte> bytes;
    static constexpr std::uint8_t version = version_of_traces;
};

/// Reads on past a fault, with zeros, and says at the end that there was one.
class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class Number> void number(Number &value)
    {
        Bits<Number> bits = 0;
        for (std::size_t i = 0; i < sizeof(Number); ++i)
            bits = static_cast<Bits<Number>>(bits |
                                             (std::to_integer<std::uint32_t>(next()) << (8 * i)));
        value = std::bit_cast<Number>(bits);
    }
    void flag(bool &value)
    {
        std::uint8_t read = 0;
        number(read);
        failed_ = failed_ || read > 1;
        value = read == 1;
    }
    std::size_t length()
    {
        std::uint16_t size = 0;
        number(size);
        return failed_ ? 0 : size;
    }
    void text(std::string &value)
    {
        for (std::size_t left = length(); left > 0 && !failed_; --left)
            value.push_back(static_cast<char>(next()));
    }
    void sight(Sight &value)
    {
        const auto greatest = version >= version_with_gaps ? Sight::not_watched : Sight::view;
        std::uint8_t read = 0;
        number(read);
        failed_ = failed_ || read > static_cast<std::uint8_t>(greatest);
        value = failed_ ? Sight::as_before : static_cast<Sight>(read);
    }
    template <class T> void list(std::vector<T> &items)
    {
        for (std::size_t left = length(); left > 0 && !failed_; --left)
            each_member(*this, items.emplace_back());
    }

    bool is_whole() const { return !failed_ && at_ == bytes_.size(); }

    std::uint8_t version = 0; ///< to be read before all else

  private:
    std::byte next()
    {
        if (at_ < bytes_.size()) return bytes_[at_++];
        failed_ = true;
        return std::byte{0};
    }

    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

bool names_its_parts(const TraceChunk &chunk)
{
    for (const TraceSample &sample : chunk.samples) {
        for (const TracedPart &moved : sample.moved)
            if (moved.part >= chunk.parts.size()) return false;
    }
    return true;
}

} // namespace

std::vector<std::byte> encode_trace(const TraceChunk &chunk)
{
    Writer writer;
    writer.number(version_of_traces);
    each_member(writer, chunk);
    return std::move(writer.bytes);
}

Result<TraceChunk> decode_trace(std::span<const std::byte> bytes)
{
    if (!bytes.empty() && std::to_integer<std::uint8_t>(bytes.front()) > version_of_traces) {
        return Error{Errc::unsupported, "a newer version of the add-on kept this trace", "",
                     "Update the add-on."};
    }
    Reader reader(bytes);
    reader.number(reader.version);
    TraceChunk chunk;
    each_member(reader, chunk);
    if (!reader.is_whole() || reader.version == 0 || !names_its_parts(chunk))
        return Error{Errc::tampered, "these bytes are no trace", "", ""};
    const bool says_no_view = reader.version < version_with_gaps && !chunk.samples.empty() &&
                              chunk.samples.front().sight == Sight::as_before;
    if (says_no_view) chunk.samples.front().sight = Sight::no_view;
    return chunk;
}

} // namespace mvr::motion
