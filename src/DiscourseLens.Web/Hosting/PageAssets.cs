using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace DiscourseLens.Web.Hosting;

/// <summary>Where the page's files are: beside a published program, or where the build's manifest says.</summary>
internal static class PageAssets
{
    /// <summary>The one page that may be framed, by whom the settings name.</summary>
    public const string EmbedPage = "/embed.html";

    /// <summary>Points the host at the files, whatever folder the program was started in.</summary>
    public static void Find(WebApplicationBuilder builder)
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(beside))
            builder.Environment.WebRootFileProvider = new PhysicalFileProvider(beside);
        if (!builder.Environment.IsDevelopment()) // files that are looked at anew at run time are sent without the build's compression
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseStaticWebAssets(); // outside Development too; without a manifest it does nothing
    }

    /// <summary>The root is the page, <c>/embed</c> its chart alone, <c>/runs</c> the operators'.</summary>
    public static Task ServePages(HttpContext context, RequestDelegate next)
    {
        context.Request.Path = context.Request.Path.Value switch
        {
            "/" => "/index.html",
            "/embed" => EmbedPage,
            "/runs" => "/runs.html",
            _ => context.Request.Path,
        };
        return next(context);
    }
}
