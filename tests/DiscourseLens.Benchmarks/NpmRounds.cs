using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DiscourseLens.Benchmarks;

/// <summary>Rounds of the npm package <c>vader-sentiment</c>, in a child process that stays warm between them.</summary>
internal sealed class NpmRounds : IDisposable
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNameCaseInsensitive = true };

    private readonly Process _node;
    private readonly string _script;

    private NpmRounds(Process node, string script) => (_node, _script) = (node, script);

    /// <summary>Starts the child, or says why it cannot be: no Node, or no package in the folder.</summary>
    /// <param name="folder">The folder in which <c>npm install vader-sentiment</c> was run.</param>
    /// <param name="file">NDJSON with a field <c>text</c>.</param>
    /// <param name="reason">Why not; null when it was started.</param>
    public static NpmRounds? Start(string folder, string file, out string? reason)
    {
        reason = Directory.Exists(Path.Combine(folder, "node_modules", "vader-sentiment"))
            ? null
            : $"no package vader-sentiment in '{folder}'; run `npm install vader-sentiment` there, or name its folder with --npm";
        if (reason is not null)
            return null;
        var script = Path.Combine(Directory.CreateTempSubdirectory("npm-vader-").FullName, "npm_vader.js");
        using (var resource = typeof(NpmRounds).Assembly.GetManifestResourceStream("npm_vader.js")!) // embedded by the project
        using (var copy = File.Create(script))
            resource.CopyTo(copy);
        try
        {
            var start = new ProcessStartInfo("node", [script, Path.GetFullPath(folder), Path.GetFullPath(file)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            return new NpmRounds(Process.Start(start)!, script); // it starts a process of its own, or throws
        }
        catch (System.ComponentModel.Win32Exception)
        {
            reason = "Node.js is not installed, or not on the path";
            return null;
        }
    }

    /// <summary>Scores for about so many CPU seconds.</summary>
    public Round Run(double seconds)
    {
        _node.StandardInput.WriteLine(seconds.ToString(CultureInfo.InvariantCulture));
        _node.StandardInput.Flush();
        var line = _node.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The Node process ended; what it printed stands above.");
        return JsonSerializer.Deserialize<Round>(line, s_json)!; // our own script writes no null
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
        Directory.Delete(Path.GetDirectoryName(_script)!, recursive: true); // a folder of its own
    }
}
