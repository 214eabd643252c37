using System.Diagnostics;

namespace DiscourseLens.Tests.Support;

/// <summary>The built program as a process of its own, with data folders and study key of the test.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs it to its end.</summary>
    public static Task<ProgramRun> Of(TempFolder home, params string[] arguments) =>
        Of(home, new Dictionary<string, string>(), arguments);

    /// <summary>Runs it to its end, with more in its environment.</summary>
    public static async Task<ProgramRun> Of(TempFolder home, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        using var process = Start(home, environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public static Process Start(TempFolder home, params string[] arguments) =>
        Start(home, new Dictionary<string, string>(), arguments);

    /// <summary>Starts it with more in its environment; the caller ends it.</summary>
    public static Process Start(TempFolder home, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        // The build copies the program, as a reference of the tests, beside them.
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "discourselens.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home.Path,
        };
        start.Environment["HOME"] = home.Path;
        start.Environment["XDG_DATA_HOME"] = home.Path;
        start.Environment["DISCOURSELENS__INBOX__SCANSECONDS"] = "1";
        start.Environment["DISCOURSELENS__STUDYKEY"] = TestStudy.Secret;
        start.Environment.Remove("DISCOURSELENS__DATABASE__PATH");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!; // it starts a process of its own, or throws
    }
}
