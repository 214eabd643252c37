using System.Diagnostics;
using System.Text;

namespace DiscourseLens.Tests.Docs;

/// <summary>Runs the program as a user would: a process of its own, from the root of the checkout.</summary>
internal static class LensProcess
{
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "discourselens.exe" : "discourselens"))
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["DISCOURSELENS__STUDYKEY"] = new string('k', 64); // leave no key file behind
        using var process = Process.Start(start)!; // not a shell verb, so it starts or throws
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.ReplaceLineEndings("\n");
    }
}
