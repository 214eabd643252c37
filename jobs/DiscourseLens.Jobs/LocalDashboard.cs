using System.Net;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Jobs;

/// <summary>
/// Opens the dashboard to this machine only. A request that a proxy passed on is not local, and a change asked for by another
/// site's page is refused.
/// </summary>
internal sealed class LocalDashboard : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) => IsLocal(context.GetHttpContext());

    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && !http.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase))
        && (HttpMethods.IsGet(http.Request.Method) || IsOwnPage(http.Request));

    private static bool IsOwnPage(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}");
}
