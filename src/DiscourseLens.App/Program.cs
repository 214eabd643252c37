using System.CommandLine;
using DiscourseLens;
using DiscourseLens.App;
using DiscourseLens.App.Commands;

var root = new RootCommand("How people talk about psychedelic therapy in public threads, over time.")
{
    SharedOptions.Database,
    SharedOptions.Json,
    ImportCommand.Create(),
    ScoreCommand.Create(),
    ClassifyCommand.Create(),
    EvaluateCommand.Create(),
    RollupCommand.Create(),
    TrendCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    await parsed.InvokeAsync();
    return ExitCode.WrongUse;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (WrongUseException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ExitCode.WrongUse;
}
catch (LensException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ExitCode.Failed;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped. The store is consistent; run the same command again to go on.");
    return ExitCode.Cancelled;
}
