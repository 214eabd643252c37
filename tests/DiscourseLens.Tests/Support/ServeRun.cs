using System.Diagnostics;

namespace DiscourseLens.Tests.Support;

/// <summary><c>serve</c> as a process of its own, on a free port of this machine; killed when the test ends.</summary>
internal sealed class ServeRun : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ServeRun(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The line it printed when it was ready.</summary>
    public string Ready { get; private set; } = "";

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Starts it without waiting.</summary>
    public static ServeRun Start(TempFolder home, params string[] arguments) =>
        new(ProgramRun.Start(home, ["--urls", "http://127.0.0.1:0", "--database", home.File("store.db"), .. arguments]));

    /// <summary>Starts it without waiting, with more in its environment.</summary>
    public static ServeRun Start(TempFolder home, IReadOnlyDictionary<string, string> environment) =>
        new(ProgramRun.Start(home, environment, ["--urls", "http://127.0.0.1:0", "--database", home.File("store.db")]));

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServeRun> Of(TempFolder home)
    {
        var run = Start(home);
        run.Ready = await run._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException($"serve ended: {await run._errors}");
        run.Http.BaseAddress = new Uri(run.Ready.Split(' ', ';').First(word => word.StartsWith("http", StringComparison.Ordinal)));
        return run;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Sends a signal and waits for the end; returns exit code and standard error.</summary>
    public async Task<(int ExitCode, string Errors)> Stop(string signal)
    {
        using (var kill = Process.Start("kill", ["-s", signal, $"{_process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _errors);
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
