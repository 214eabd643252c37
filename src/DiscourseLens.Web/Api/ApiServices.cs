using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DiscourseLens.Web.Api;

/// <summary>What the API needs from the container.</summary>
internal static class ApiServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddProblemDetails();
        ApiDescription.Add(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StoreReading>();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new ShownCountConverter());
            options.SerializerOptions.Converters.Add(new InstantConverter());
        });
    }
}
