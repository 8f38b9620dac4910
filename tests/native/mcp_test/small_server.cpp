#include "small_server.hpp"

#include "mcp/typed_tool.hpp"

#include <array>
#include <optional>
#include <vector>

namespace mvr::mcp {
namespace {

enum class Rounding { none, down };
struct DivideArguments {
    double dividend = 0;
    double divisor = 0;
    std::optional<Rounding> rounding;
};
struct Quotient {
    double quotient = 0;
};
struct SumArguments {
    std::vector<double> numbers;
};
struct Sum {
    double sum = 0;
};

} // namespace
} // namespace mvr::mcp

namespace mvr {

template <> struct EnumText<mcp::Rounding> : TextsInOrder<mcp::Rounding> {
    static constexpr std::array<std::string_view, 2> texts{"none", "down"};
};
template <> struct Description<mcp::DivideArguments> {
    using T = mcp::DivideArguments;
    static constexpr std::tuple members{
        Member{"dividend", &T::dividend, "What is divided."},
        Member{"divisor", &T::divisor, "", numbers(-1000, 1000)},
        Member{"rounding", &T::rounding, ""},
    };
};
template <> struct Description<mcp::Quotient> {
    static constexpr std::tuple members{Member{"quotient", &mcp::Quotient::quotient, ""}};
};
template <> struct Description<mcp::SumArguments> {
    static constexpr std::tuple members{
        Member{"numbers", &mcp::SumArguments::numbers, "", items(0, 8)}};
};
template <> struct Description<mcp::Sum> {
    static constexpr std::tuple members{Member{"sum", &mcp::Sum::sum, ""}};
};

} // namespace mvr

namespace mvr::mcp {
namespace {

Tool divide_tool()
{
    return immediate_tool<DivideArguments, Quotient>(
        {.name = "divide",
         .title = "Divide",
         .description = "Divides one number by another.",
         .annotations = {.read_only = true, .destructive = false, .idempotent = true}},
        [](const DivideArguments &given, const Call &) -> Result<Quotient> {
            if (given.divisor == 0.0) {
                return Error{Errc::invalid_argument, "nothing can be divided by zero", "divisor",
                             "Give another divisor."};
            }
            return Quotient{given.dividend / given.divisor};
        });
}

Tool sum_tool(Waiting &waiting)
{
    return typed_tool<SumArguments, Sum>(
        {.name = "sum",
         .title = "Sum",
         .description = "Adds numbers.",
         .scope = access::Scope::records_read,
         .annotations = {.read_only = true}},
        [&waiting](SumArguments given, const CallPtr &, const Respond &respond) {
            waiting.push_back([given = std::move(given), respond] {
                Sum sum;
                for (const double number : given.numbers)
                    sum.sum += number;
                respond(DescribedValue(sum));
            });
        });
}

} // namespace

std::shared_ptr<const ToolTable> small_tools(Waiting &waiting)
{
    auto tools = std::make_shared<ToolTable>();
    tools->add(divide_tool());
    tools->add(sum_tool(waiting));
    return tools;
}

SmallServer::SmallServer()
    : endpoint({"test-server", "1.2.3", "Test server", "Divide and sum."}, small_tools(waiting),
               [this] { return now; })
{
}

void SmallServer::finish()
{
    while (!waiting.empty()) {
        const auto call = std::move(waiting.front());
        waiting.pop_front();
        call();
    }
}

} // namespace mvr::mcp
