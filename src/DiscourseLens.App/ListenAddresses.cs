namespace DiscourseLens.App;

/// <summary>Where <c>serve</c> listens.</summary>
/// <param name="Urls">The addresses.</param>
/// <param name="AllowedHosts">Host names that a request may name, as ASP.NET Core's host filter reads them.</param>
internal sealed record ListenAddresses(string[] Urls, string AllowedHosts)
{
    /// <summary>Parses the value of <c>--urls</c>.</summary>
    /// <exception cref="WrongUseException">One is no HTTP address of a host and a port.</exception>
    public static ListenAddresses Parse(string urls)
    {
        var list = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var parsed = list.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : null).ToList();
        if (list.Length == 0 || parsed.Any(uri => uri is not { Scheme: "http", AbsolutePath: "/" }))
        {
            throw new WrongUseException(
                $"'{urls}' is no address to listen on; write --urls http://localhost:5080. For https put a web server in front.");
        }

        // On loopback alone, a page of another site must not reach us under a name of its own that resolves to this machine.
        return new(list, parsed.All(uri => uri!.IsLoopback) ? "localhost;127.0.0.1;[::1]" : "*"); // null was refused above
    }
}
