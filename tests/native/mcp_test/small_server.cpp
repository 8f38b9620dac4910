#include "small_server.hpp"

namespace mvr::mcp {
namespace {

Tool divide_tool()
{
    Tool tool;
    tool.name = "divide";
    tool.title = "Divide";
    tool.description = "Divides one number by another.";
    tool.input_schema = object({
        req("dividend", number().describe("What is divided.")),
        req("divisor", number().between(-1000, 1000)),
        opt("rounding", string().one_of({"none", "down"})),
    });
    tool.output_schema = or_error(object({req("quotient", number())}));
    tool.annotations = {.read_only = true, .destructive = false, .idempotent = true};
    tool.runs_on = RunsOn::net;
    tool.handle = [](const Json &arguments) -> Result<Json> {
        const double divisor = arguments["divisor"].get<double>();
        if (divisor == 0.0) {
            return Error{Errc::invalid_argument, "nothing can be divided by zero", "divisor",
                         "Give another divisor."};
        }
        return Json{{"quotient", arguments["dividend"].get<double>() / divisor}};
    };
    return tool;
}

Tool sum_tool()
{
    Tool tool;
    tool.name = "sum";
    tool.title = "Sum";
    tool.description = "Adds numbers.";
    tool.input_schema = object({req("numbers", array(number()).size(0, 8))});
    tool.output_schema = or_error(object({req("sum", number())}));
    tool.annotations = {.read_only = true};
    tool.runs_on = RunsOn::store;
    tool.handle = [](const Json &arguments) -> Result<Json> {
        double sum = 0.0;
        for (const Json &number : arguments["numbers"])
            sum += number.get<double>();
        return Json{{"sum", sum}};
    };
    return tool;
}

} // namespace

std::shared_ptr<const ToolTable> small_tools()
{
    auto tools = std::make_shared<ToolTable>();
    tools->add(divide_tool());
    tools->add(sum_tool());
    return tools;
}

SmallServer::SmallServer()
    : endpoint(
          {"test-server", "1.2.3", "Test server", "Divide and sum."}, small_tools(),
          [this](const Tool &tool, Json arguments, std::function<void(Result<Json>)> done) {
              if (tool.runs_on == RunsOn::net) return done(tool.handle(arguments));
              waiting.push_back([&tool, arguments = std::move(arguments), done = std::move(done)] {
                  done(tool.handle(arguments));
              });
          },
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
