using System.CommandLine;
using DiscourseLens;
using DiscourseLens.App;
using DiscourseLens.App.Commands;

var root = ServeCommand.With(new RootCommand("How people talk about psychedelic therapy in public threads, over time.")
{
    SharedOptions.Database,
    SharedOptions.Json,
    ServeCommand.Create(),
    ImportCommand.Create(),
    CollectCommand.Create(),
    RecheckCommand.Create(),
    ScoreCommand.Create(),
    ClassifyCommand.Create(),
    EvaluateCommand.Create(),
    TrainCommand.Create(),
    RollupCommand.Create(),
    TrendCommand.Create(),
    ForgetCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    ChangeCommand.Create(),
    EventsCommand.Create(),
    FreezeCommand.Create(),
    DoctorCommand.Create(),
});

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    await parsed.InvokeAsync();
    return ExitCode.WrongUse;
}

try
{
    // The host of `serve` handles the signals itself and takes its time to stop.
    var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
    if (ServeCommand.Serves(parsed))
        invocation.ProcessTerminationTimeout = null;
    return await parsed.InvokeAsync(invocation);
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
    return ExitCode.Failed;
}
